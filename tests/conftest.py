"""What all tests share. That this file stands here also puts helpers such as `made.py` within reach of every test."""

from hypothesis import settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
