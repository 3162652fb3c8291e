"""Reads calendars with the Python package icalendar: calendars.py FILE...

Prints for each file how many events, to-dos and alarms it has, and fails where an entry
lacks what its readers need: an identifier that no other entry has, a day (of an event), and
an alarm before it.
"""

import datetime
import sys

import icalendar


def check(path):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    events, todos = calendar.walk("VEVENT"), calendar.walk("VTODO")
    ids = [str(entry["UID"]) for entry in events + todos]
    assert len(ids) == len(set(ids)), f"{path}: an identifier stands twice"
    for event in events:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start) is datetime.date and end - start == datetime.timedelta(days=1), f"{path}: {event['UID']} is not one whole day"
        before = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
        assert before == [datetime.timedelta(days=-7, hours=9), datetime.timedelta(hours=-15)], f"{path}: {event['UID']} has alarms {before}"
        assert event["SUMMARY"] and event["DESCRIPTION"], path
    print(f"{path}: {len(events)} events, {len(todos)} todos, {len(calendar.walk('VALARM'))} alarms")


for name in sys.argv[1:]:
    check(name)
