// The public pages load nothing larger: it moves the focus to what was just said.

const answer = document.querySelector(".govuk-error-summary") ?? document.querySelector("[data-focus]");

if (answer) {
  answer.setAttribute("tabindex", "-1");
  answer.focus();
}
