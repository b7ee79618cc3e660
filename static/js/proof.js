// While somebody reads the summary, a worker solves the task; without it the form is sent as it is.

const form = document.querySelector("form[data-task]");

if (form && "Worker" in window) {
  const worker = new Worker(form.dataset.worker, { type: "module" });
  worker.addEventListener("message", (event) => {
    form.elements.jawaban.value = event.data;
    worker.terminate();
  });
  worker.addEventListener("error", () => worker.terminate());
  worker.postMessage({ task: form.dataset.task, bits: Number(form.dataset.bits) });
}
