import * as v from 'valibot';
import { anyText, openObject } from '../../validation/fields';

/** A form that a client posts with its file to the bucket: where to, and the fields that come before the file. */
export const bulkUploadFormResponse = () =>
  openObject({ upload: openObject({ url: anyText(), fields: v.record(v.string(), v.string()) }) });
