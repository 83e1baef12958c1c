// The stages that a form offers follow the pipeline that is chosen in it.
export const title = "A person moves a deal to another pipeline in its form";

export default async function ({ page }) {
  const made = async (objects, data) => {
    const { origin } = new URL(page.url());
    const answer = await page.request.post(`/api/v1/${objects}`, { data, headers: { origin, "sec-fetch-site": "same-origin" } });
    if (!answer.ok()) throw new Error(await answer.text());
    return (await answer.json()).id;
  };
  await page.goto("/");
  const pipeline = await made("pipelines", { name: "Renewals of the journey", order: 9 });
  const stage = (name, order, kind) => made("stages", { name, pipeline, order, kind });
  await stage("Falling due", 1, "open");
  await stage("Renewed", 2, "won");
  await page.goto("/opportunities/new");
  await page.locator("#field-pipeline").selectOption(pipeline);
  await page.waitForFunction(() => [...document.querySelector("#field-stage").options].some((one) => one.label === "Falling due"));
  const offered = await page.locator("#field-stage option").allTextContents();
  if (offered.join() !== "Falling due,Renewed") throw new Error(`offered are ${offered}`);
  await page.locator("#field-name").fill("Renewal of the journey");
  await page.keyboard.press("Control+Enter");
  await page.locator(".steps [data-place=here]", { hasText: "Falling due" }).waitFor();
}
