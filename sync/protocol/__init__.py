"""What both ends of a sync say to each other: canonical bytes, events and chains."""
