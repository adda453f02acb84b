"""The gateway's refusals: one code and one HTTP status each."""

STATUS = {
    "bad_message": 400,
    "protocol": 400,
    "signature": 401,
    "clock": 401,
    "unknown_device": 403,
    "code": 403,
    "replay": 409,
    "revoked": 410,
    "too_large": 413,
    "too_many_files": 429,
    "busy": 503,
}


class Refuse(Exception):
    """The request is not answered; nothing of it was kept. `code` is a key of `STATUS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
