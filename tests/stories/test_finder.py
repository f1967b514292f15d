"""Stories of a growing set are those of the whole set."""

from __future__ import annotations

from test_find_stories import FERRY_AR, FERRY_EN, FERRY_OTHER, FIRE, post

from tawatur.stories import StoryFinder, find_stories


def test_posts_that_come_later_give_what_all_at_once_gives() -> None:
    finder = StoryFinder()
    finder.find([FERRY_EN, FIRE])
    assert finder.find([FERRY_EN, FIRE, FERRY_AR, FERRY_OTHER]) == find_stories([FERRY_EN, FIRE, FERRY_AR, FERRY_OTHER])


def test_a_post_that_was_changed_or_taken_away_is_read_again_or_forgotten() -> None:
    finder = StoryFinder()
    finder.find([FERRY_EN, FERRY_OTHER, FIRE])
    changed = post("po-3", FIRE.text)
    assert finder.find([FERRY_EN, changed, FIRE]) == find_stories([FERRY_EN, changed, FIRE])
    assert finder.find([FIRE]) == find_stories([FIRE])


def test_a_story_over_two_years_keeps_its_first_and_last_day() -> None:
    posts = [post(f"po-{n}", FERRY_EN.text, day=f"20{20 + n // 12}-{n % 12 + 1:02}-10") for n in range(24)]
    stories = find_stories(posts)
    assert min(story.first or "" for story in stories) == "2020-01-10"
    assert max(story.last or "" for story in stories) == "2021-12-10"
    assert sum(len(story.posts) for story in stories) == 24
