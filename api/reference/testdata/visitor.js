// What a visitor of the page does and sees, on one page and on the next. It runs behind the page's own script.
(async () => {
  /** Waits for what a function finds, for half a minute. */
  async function wait(what, look) {
    for (let n = 0; n < 1500; n++) {
      const found = look();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`there is no ${what}`);
  }

  const find = (selector, below = document) => wait(selector, () => below.querySelector(selector));

  /** Runs an operation in the page, and returns the answer that the page shows: its status and its body. */
  async function run(tag, id, body) {
    const section = await find(`#operations-tag-${tag}`);
    if (section.dataset.isOpen === "false") section.click();
    const block = await find(`#operations-${tag}-${id}`);
    block.querySelector(".opblock-summary-control").click();
    (await find(".try-out__btn", block)).click();
    if (body) {
      const area = await find("textarea.body-param__text", block);
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, JSON.stringify(body));
      area.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((later) => setTimeout(later, 50));
    }
    (await find(".execute", block)).click();
    const answer = await find(".live-responses-table .response", block);
    const status = parseInt((await find(".response-col_status", answer)).textContent, 10);
    return `${status} ${(await find(".highlight-code", answer)).textContent}`;
  }

  /** Asks for what the page hides of an operation's refusals: whether one of the buttons gives way to its answer. */
  async function refusals() {
    const block = await find("#operations-auth-get-session");
    const button = await find("button.more", block);
    const row = button.closest("tr");
    const code = row.querySelector(".response-col_status").textContent;
    button.click();
    await wait("refusal", () => !button.isConnected);
    return (await find(`tr.response[data-code="${code}"]`, block)).textContent;
  }

  const credentials = (password) => ({ email: "doctor@example.org", password });

  /** What happens on the first page, and what is left of it on the next. */
  const pages = [
    async () => ({
      before: await run("auth", "get-session"),
      wrong: await run("auth", "cms-login", credentials("wrong")),
      signIn: await run("auth", "login", credentials(password)),
    }),
    async () => ({ after: await run("auth", "get-session"), refusals: await refusals() }),
  ];

  const told = JSON.parse(sessionStorage.getItem("told") ?? "[]");
  if (told.length < pages.length) {
    told.push(await pages[told.length]().catch((error) => ({ failed: error.message })));
    sessionStorage.setItem("told", JSON.stringify(told));
    if (told.length < pages.length) return location.replace("/docs");
  }
  await fetch("/told", { method: "POST", body: JSON.stringify(Object.assign({}, ...told)) });
})();
