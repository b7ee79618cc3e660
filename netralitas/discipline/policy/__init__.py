"""What the follow-up weighs: summonses, who may impose, who is in service, how long it lasts."""
