import { Global, Module } from '@nestjs/common';
import { Uploads } from './uploads.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsProcessor } from './uploads.processor.js';
import { UploadsRepository } from './uploads.repository.js';

/** Owns the pictures that people bring. Whoever shows them says who may see them. */
@Global()
@Module({ controllers: [UploadsController], providers: [UploadsRepository, Uploads, UploadsProcessor], exports: [Uploads] })
export class UploadsModule {}
