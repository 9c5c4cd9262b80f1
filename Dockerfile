# One image for every process of the hub, and for the balancer of compose.yaml.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /hub
ENV CI=true TURBO_TELEMETRY_DISABLED=1
RUN npm install --global pnpm@12.21.0
COPY . .
RUN pnpm install --frozen-lockfile \
  && pnpm exec turbo run build --filter @yunhui/server --filter @yunhui/client \
  && pnpm install --frozen-lockfile --prod

FROM node:24.21.0-bookworm-slim
# pg_dump and pg_restore, for `backup` and `restore`
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
WORKDIR /hub
COPY --from=build /hub .
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data MALLOC_ARENA_MAX=2
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
