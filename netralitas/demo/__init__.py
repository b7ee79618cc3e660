"""The demo's organisations, people and cases, all invented."""
