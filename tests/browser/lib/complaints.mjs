// What a browser says quietly: script errors, refused policies, requests that fail.

/** Gathers what goes wrong on `page` from now on, but for remarks like `expected`; the list fills itself. */
export function listen(page, expected = null) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // A form that is refused, or that somebody else was faster with, says so on the page; the browser remarks on it too.
    if (/status of (412|422)|ERR_INTERNET_DISCONNECTED/.test(message.text())) return;
    if (expected?.test(message.text())) return;
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A journey that takes the connection away looks itself at what comes of it.
    if (why !== "net::ERR_ABORTED" && why !== "net::ERR_INTERNET_DISCONNECTED") complaints.push(`request: ${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`answer ${response.status()}: ${response.url()}`);
  });
  return complaints;
}
