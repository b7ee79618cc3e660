// The only script of our own: it starts the components and moves the focus. Pages work without it.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  PasswordInput,
  Radios,
} from "../vendor/govuk-frontend-6.6.0/govuk-frontend.min.js";

const COMPONENTS = [Button, Checkboxes, ErrorSummary, PasswordInput, Radios];

/** Start the components below `root` that have not been started yet. */
function start(root) {
  for (const Component of COMPONENTS) {
    const name = Component.moduleName;
    for (const element of root.querySelectorAll(`[data-module="${name}"]:not([data-${name}-init])`)) {
      new Component(element);
    }
  }
}

/** Bring the person to what was just said: an error summary or a notice. */
function focusAnswer(root) {
  const answer = root.querySelector(".govuk-error-summary") ?? root.querySelector("[data-focus]");
  if (answer) {
    answer.setAttribute("tabindex", "-1");
    answer.focus();
  }
}

// The components ask for these classes; whoever runs a module is able to run them.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
start(document);
focusAnswer(document);
document.addEventListener("htmx:after:swap", (event) => {
  start(document);
  focusAnswer(event.detail.ctx.target); // only what is new: whoever types elsewhere goes on typing
});
