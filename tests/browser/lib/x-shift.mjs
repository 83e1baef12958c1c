import { openBrowser, windowOptions } from "./chromium.mjs";
import { signIn } from "./sign-in.mjs";
const browser = await openBrowser(); const base="http://127.0.0.1:4114";
const [email,...pw]=process.env.CORDEE_SIGN_IN.split(":");
const c0 = await browser.newContext({baseURL:base}); const p0=await c0.newPage(); await p0.goto("/"); await signIn(p0,{email,password:pw.join(":")}); const st=await c0.storageState();
for (const path of ["/","/opportunities","/opportunities/board"]) for (let i=0;i<2;i++){
 const c=await browser.newContext({baseURL:base,storageState:st,...windowOptions({})}); const page=await c.newPage();
 await page.addInitScript(()=>{window.sh=[];new PerformanceObserver(l=>{for(const e of l.getEntries())window.sh.push([e.value.toFixed(5),Math.round(e.startTime),...e.sources.slice(0,4).map(s=>(s.node?.className||s.node?.nodeName||"?")+"|"+(s.node?.textContent||"").slice(0,20)+JSON.stringify([s.previousRect.x,s.previousRect.y,s.previousRect.width,s.previousRect.height])+"->"+JSON.stringify([s.currentRect.x,s.currentRect.y,s.currentRect.width,s.currentRect.height]))].join(" ; "))}).observe({type:"layout-shift",buffered:true})});
 await page.goto(path); await page.waitForTimeout(1500);
 console.log(path, await page.evaluate(()=>window.sh.join("\n   ")));
 if(i==0) console.log("cyr:", await page.evaluate(()=>{const w=document.createTreeWalker(document.body,4);const o=[];while(w.nextNode()){const t=w.currentNode;if(/[\u0400-\u04ff₴₽]/.test(t.data)&&t.parentElement.checkVisibility())o.push(t.data.trim().slice(0,30))}return o.slice(0,8).join(" | ")}));
 await c.close();}
await browser.close();
