import { Body, Controller, Put } from '@nestjs/common';
import { ChangePassword } from '@yunhui/contracts';
import { Answers, Nothing } from '../../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer } from '../../../platform/auth/index.js';
import { OwnPasswordService } from './own-password.service.js';

/** One's own password: whoever asks has an account, which the service sees. */
@Controller('api/v1/me/password')
@Everyone()
export class OwnPasswordController {
  constructor(private readonly passwords: OwnPasswordService) {}

  @Put()
  @Answers(Nothing)
  async change(@CurrentViewer() viewer: Viewer, @Body({ schema: ChangePassword }) wanted: ChangePassword): Promise<Record<string, never>> {
    await this.passwords.change(viewer, wanted);
    return {};
  }
}
