"use strict";

/** Shows refusals and headers on demand: they are much alike everywhere, and would make a page of each operation. */
function onDemand({ React: { createElement, useState } }) {
  const response = (Original) => function Response(props) {
    const [open, setOpen] = useState(props.code.startsWith("2"));
    if (open) return createElement(Original, props);
    const summary = `${props.response.get("description").split(". ")[0]} …`;
    return createElement("tr", { className: "response" },
      createElement("td", { className: "response-col_status" }, props.code),
      createElement("td", { className: "response-col_description", colSpan: 2 },
        createElement("button", { type: "button", className: "more", onClick: () => setOpen(true) }, summary)));
  };
  const headers = (Original) => function Headers(props) {
    return createElement("details", null, createElement("summary", null, "Headers"), createElement(Original, props));
  };
  return { wrapComponents: { response, headers } };
}

/** Signs the page in with the access token of an answer that has one. */
function signIn(response) {
  const value = response.ok && response.obj?.access_token;
  if (value) ui.authActions.authorizeWithPersistOption({ bearer: { name: "bearer", schema: { type: "http", scheme: "bearer" }, value } });
  return response;
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", dress);
dress();

const ui = SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  filter: true,
  persistAuthorization: true,
  plugins: [onDemand],
  responseInterceptor: signIn,
  validatorUrl: null,
});
