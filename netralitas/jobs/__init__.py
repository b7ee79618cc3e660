"""Work that happens after the answer: queue, worker, schedule."""
