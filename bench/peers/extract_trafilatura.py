"""Reads {"html": ...} lines and answers each with what trafilatura takes for text, title and date.

    python3 -m venv venv && venv/bin/pip install trafilatura lxml_html_clean
    npm run bench -- pages --peer venv/bin/python
"""
import json
import sys

import trafilatura

for line in sys.stdin:
    html = json.loads(line)["html"]
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True)
    found = found.as_dict() if hasattr(found, "as_dict") else (found or {})
    print(json.dumps({key: found.get(key) for key in ("text", "title", "date")}, ensure_ascii=False), flush=True)
