#!/usr/bin/env bash
# Opens an issue with the text of a file, or comments on the open issue of that label.
# Usage: report-issue.sh LABEL TITLE FILE
set -euo pipefail
label=$1 title=$2 file=$3

gh label create "$label" --repo "$GITHUB_REPOSITORY" --force --description 'Opened by the nightly run'
number=$(gh issue list --repo "$GITHUB_REPOSITORY" --label "$label" --state open --json number --jq '.[0].number // empty')
if [ -n "$number" ]; then
  gh issue comment "$number" --repo "$GITHUB_REPOSITORY" --body-file "$file"
else
  gh issue create --repo "$GITHUB_REPOSITORY" --label "$label" --title "$title" --body-file "$file"
fi
