// Template tests assert on templates themselves; the CDK's own validation runs in `npx projen synth` and in CI.
process.env.CDK_VALIDATION = 'false';
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
