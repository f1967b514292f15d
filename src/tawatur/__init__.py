"""tawatur: how many independent origins really say so, and where do they disagree?"""
