import { Server } from "node:http";

/** Whether an address can be read at all: every % begins an octet, and the octets are UTF-8. */
function isReadable(url = "") {
  try {
    decodeURIComponent(url.split("?", 1)[0]);
    return true;
  } catch {
    return false;
  }
}

const problem = JSON.stringify({
  type: "urn:sanjin:problem:bad-request",
  title: "bad-request",
  status: 400,
  code: "bad-request",
});

/** Next answers an address it cannot read with 500: here it is the 400 it should be. */
export function refuseMalformed() {
  const { emit } = Server.prototype;
  Server.prototype.emit = function (event, request, response, ...rest) {
    if (event !== "request" || isReadable(request.url))
      return emit.call(this, event, request, response, ...rest);
    response
      .writeHead(400, { "Content-Type": "application/problem+json", "Cache-Control": "no-store" })
      .end(problem);
    return true;
  };
}
