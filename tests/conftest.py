"""What all tests share. That this file stands here also puts helpers such as `made.py` within reach of every test."""
