"""The pipeline: what every front end calls; it yields typed events and leaves the drawing to them."""
