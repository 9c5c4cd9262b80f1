import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { hubQueries } from './hub-queries.js';
import { router } from './router.js';

export function App() {
  return (
    <QueryClientProvider client={hubQueries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
