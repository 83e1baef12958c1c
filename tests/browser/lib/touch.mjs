// A finger: held on something until it comes loose, then moved and lifted.

const LOOSE = 450; // milliseconds; longer than what a board or calendar waits before it takes a touch for a drag

/** Drags from one point to another, in steps, as a finger would. */
export async function dragByTouch(page, from, to) {
  const finger = await page.context().newCDPSession(page);
  const send = (type, point) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
  await send("touchStart", from);
  await page.waitForTimeout(LOOSE);
  const steps = 14;
  for (let step = 1; step <= steps; step += 1) {
    const at = (axis) => from[axis] + ((to[axis] - from[axis]) * step) / steps;
    await send("touchMove", { x: at("x"), y: at("y") });
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(150);
  await send("touchEnd");
  await finger.detach();
}
