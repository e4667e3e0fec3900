"""Posts to the connection that its event came from, at the address that the event names, as handlers in the wild do."""
import asyncio
import json
import urllib.parse
import urllib.request

AUTHORIZATION = (
    "AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=x"
)


def handler(event, context):
    about = event["requestContext"]
    endpoint = f"https://{about['domainName']}/{about['stage']}"
    url = f"{endpoint}/@connections/{urllib.parse.quote(about['connectionId'], safe='')}"
    way = json.loads(event["body"])["by"]
    WAYS[way](url, f"by {way}".encode(), endpoint, about)
    return {"statusCode": 200}


def by_urllib(url, body, endpoint, about):
    request = urllib.request.Request(url, data=body, headers={"Authorization": AUTHORIZATION}, method="POST")
    urllib.request.urlopen(request).read()


def by_asyncio(url, body, endpoint, about):
    async def post():
        reader, writer = await asyncio.open_connection(about["domainName"], 443, ssl=True)
        path = urllib.parse.urlsplit(url).path
        writer.write(
            f"POST {path} HTTP/1.1\r\nHost: {about['domainName']}\r\nAuthorization: {AUTHORIZATION}\r\n"
            f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        )
        await reader.read()
        writer.close()

    asyncio.run(post())


def by_requests(url, body, endpoint, about):
    import requests

    requests.post(url, data=body, headers={"Authorization": AUTHORIZATION}).raise_for_status()


def by_boto3(url, body, endpoint, about):
    import boto3

    client = boto3.client("apigatewaymanagementapi", endpoint_url=endpoint)
    client.post_to_connection(ConnectionId=about["connectionId"], Data=body)


WAYS = {"urllib": by_urllib, "asyncio": by_asyncio, "requests": by_requests, "boto3": by_boto3}
