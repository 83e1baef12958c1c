// What a browser says quietly: script errors, refused policies, requests that fail.

/** Gathers what goes wrong on `page` from now on; the list fills itself. */
export function listen(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // A form that is refused says so on the page; the browser remarks on the status too.
    if (message.text().includes("status of 422")) return;
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`answer ${response.status()}: ${response.url()}`);
  });
  return complaints;
}
