"""The only clock of the thana: India has one zone and no summer time."""

import datetime as dt

IST = dt.timezone(dt.timedelta(hours=5, minutes=30), "IST")
