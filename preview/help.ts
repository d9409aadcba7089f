export const DESCRIPTION = 'Runs the ApiUsageAnalytics pipelines of a synthesised CDK app on this machine, without an AWS account: from requests to '
  + 'files, tables and a report. Without options, it finds the cloud assembly that `cdk synth` wrote and generates a month of traffic. '
  + 'The templates\' code is executed without a sandbox.';

/** Follows the options. */
export const MORE = `
Examples:
  # Generated traffic through all pipelines of the app in this folder
  npx cdk-api-usage-analytics-preview
  # The same for an app in another folder
  npx cdk-api-usage-analytics-preview --app ../shop/cdk.out
  # Requests of your own, and an answer as CSV on stdout
  npx cdk-api-usage-analytics-preview --requests requests.ndjson \\
    --query "select customer_name, count(*) from logs group by 1"
  # Generated traffic of a year, from the keys and plans in a file
  npx cdk-api-usage-analytics-preview --directory directory.json \\
    --count 500000 --from 2026-01-01 --days 365

Output files in DIR:
  report.html            questions about the requests, with their answers
  report-<construct>.html
                         the same for each further pipeline
  dashboard.html         the QuickSight dashboard of the templates, with the
                         numbers of the requests
  s3/<bucket>/<key>      the objects of the buckets
  logs/<function>.log    the output of the functions
  preview.json           for each pipeline: objects, bytes, rows, and requests
                         delivered, failed (in error objects) and unresolved
                         (their stage is in no template)
  truth.json             totals of the generated requests, each counted once

Exit codes:
  0  every request is in a row or in an error object
  1  a request is in neither, or SQL or a function failed
  2  an argument or an input file is wrong

docs/preview.md is in
https://github.com/cdkapiusageanalytics/cdk-api-usage-analytics`;
