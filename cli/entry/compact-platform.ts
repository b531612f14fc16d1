#!/usr/bin/env node
import { run } from '../run';

// The SDK is bundled: which Node its next versions need is our concern, not that of whoever runs the command.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

void run(process.argv.slice(2)).then((code) => (process.exitCode = code));
