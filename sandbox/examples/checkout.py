import json
import os
from urllib.request import Request, urlopen

sandbox = os.environ.get("SANDBOX_URL", "http://127.0.0.1:4010")


def call(method, path, body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    request = Request(sandbox + path, data, {"Content-Type": "application/json", **headers}, method=method)
    with urlopen(request) as response:
        return json.loads(response.read() or "null")


call("POST", "/_sandbox/reset")
token = call("POST", "/connect/token", {
    "grant_type": "client_credentials",
    "client_id": "ack_sandbox",
    "client_secret": "sandbox-client-secret",
    "scope": "gateway",
})
payment = call(
    "POST",
    "/payments",
    {
        "amount": 1000,
        "currency": "USD",
        "source": {"type": "card", "number": "4242424242424242", "expiry_month": 12, "expiry_year": 2030},
    },
    Authorization="Bearer " + token["access_token"],
)
print(payment["status"])
for entry in call("GET", "/_sandbox/ledger"):
    print(entry["type"], entry["amount"], entry["currency"])
