#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the corpus of plans: RULE-fail-NN.json must bring a finding of RULE, RULE-pass-NN.json must not.

The files are what counts, and new ones may be put beside them by hand: the test reads their names alone. This script
keeps those that differ from a plan without findings in one place, and says in which.

usage: make.py        writes beside itself what is described below
"""
import copy
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLEAN = json.loads((HERE.parent.parent / "examples" / "plans" / "en-clean.json").read_text(encoding="utf-8"))
GONE = object()


def small():
    """The clean plan with one commitment and two milestones."""
    plan = copy.deepcopy(CLEAN)
    plan["commitments"] = plan["commitments"][:1]
    plan["commitments"][0]["milestones"] = plan["commitments"][0]["milestones"][:2]
    return plan


def era(edition, submitted, start, end, **more):
    """The small plan moved to other years."""
    plan = small()
    plan.update(edition=edition, submitted=submitted, start=start, end=end)
    commitment = plan["commitments"][0]
    commitment.update(start=start, end=end)
    for milestone in commitment["milestones"]:
        milestone.update(start=start, end=end)
    plan.pop("cocreation", None)
    commitment.update(more)
    return plan


def tpl2011():
    return era("tpl-2011", "2012-01-15", "2012-02-01", "2014-01-31", challenges=["public-services"])


def tpl2014():
    plan = era("tpl-2014", "2015-06-30", "2015-07-01", "2017-06-30", challenges=["public-services"],
               objective="Publish 200 statements a month", ambition="All clinics, where today none does", status="new")
    plan["commitments"][0]["lead"]["contact"] = {
        "name": "Ada Example", "post": "Head of unit", "email": "ada@example.org", "phone": "+231 1"
    }
    return plan


def tpl2016():
    return era("tpl-2016", "2018-08-31", "2018-09-01", "2020-08-31")


def local():
    plan = era("local", "2022-12-15", "2023-01-01", "2024-12-31",
               additional="It serves the second aim of the city's vision for 2030.")
    plan.update(level="local", member="MATE", id="AP_MATE02")
    plan["commitments"][0].pop("id")
    return plan


def put(plan, path, value):
    """Sets or takes out the member that a pointer names; returns the plan."""
    *parents, last = path.strip("/").split("/")
    place = plan
    for key in parents:
        place = place[int(key)] if isinstance(place, list) else place.setdefault(key, {})
    if isinstance(place, list):
        if value is GONE:
            del place[int(last)]
        else:
            place[int(last)] = value
    elif value is GONE:
        place.pop(last, None)
    else:
        place[last] = value
    return plan


C = "/commitments/0/"
M = C + "milestones/0/"


def commitments(count, plan=None):
    plan = plan or small()
    first = plan["commitments"][0]
    plan["commitments"] = []
    for i in range(count):
        one = copy.deepcopy(first)
        one.update(id=f"LR{i + 51:04d}", number=str(i + 1), title=f"{first['title']}, part {i + 1}")
        for j, milestone in enumerate(one["milestones"]):
            milestone["number"] = f"{i + 1}.{j + 1}"
        plan["commitments"].append(one)
    return plan


def free_text(text, **more):
    plan = small()
    plan["commitments"][0].update(description=text, title="Commitment", solution=text, results=text, milestones=[],
                                  **more)
    return plan


def cases():
    """rule, plans that fail, plans that pass."""
    fields = {  # a required field taken out, or left blank, of the generation that asks for it
        "TPL005": ("/title", small), "TPL006": ("/member", small), "TPL007": ("/lead/name", small),
        "TPL009": ("/language", small),
        "TPL020": (C + "title", small), "TPL021": (C + "description", small), "TPL022": (C + "problem", small),
        "TPL023": (C + "causes", small), "TPL024": (C + "background", small), "TPL025": (C + "solution", tpl2016),
        "TPL026": (C + "results", small), "TPL027": (C + "objective", tpl2014), "TPL028": (C + "ambition", tpl2014),
        "TPL029": (C + "status", tpl2014), "TPL036": (C + "additional", local), "TPL041": (M + "title", small),
        "TPL042": (M + "output", small),
    }
    for rule, (path, base) in fields.items():
        yield rule, [put(base(), path, GONE), put(base(), path, " ")], [base()]
    gone = {
        "TPL008": ("/lead/contact", small),
        "TPL010": (C + "lead", small),
        "TPL031": (C + "lead/contact", small),
        "TPL033": (C + "supporting", small),
        "TPL034": (C + "start", small),
        "TPL035": (C + "end", small),
        "TPL040": (C + "milestones", small),
        "TPL043": (M + "start", tpl2016),
        "TPL044": (M + "end", small),
        "DAT001": ("/start", small),
        "DAT002": ("/end", small),
        "DAT004": ("/submitted", small),
        "NUM001": (C + "number", small),
        "NUM005": (M + "number", small),
        "CHA001": (C + "challenges", tpl2011),
        "VAL010": (C + "values", small),
        "VAL001": (C + "values", tpl2014),
    }
    for rule, (path, base) in gone.items():
        yield rule, [put(base(), path, GONE)], [base()]

    yield "TPL001", [put(small(), "/edition", "handbook-1999")], [small(), put(small(), "/edition", GONE)]
    yield "TPL002", [put(small(), "/edition", "tpl-2014")], [small(), put(small(), "/submitted", "2021-12-30")]
    yield "TPL003", [put(small(), "/level", "regional")], [small(), put(small(), "/level", GONE)]
    yield "TPL004", [put(small(), "/language", "english"),
                     put(small(), "/title", {"xx": "Plan"})], [put(small(), "/title", {"en": "Plan", "fr-CA": "Plan"})]
    yield "TPL011", [put(small(), C + "supporting/0/kind",
                         "ngo")], [put(small(), C + "supporting/0/kind", "civil-society")]
    yield "TPL012", [put(small(), C + "supporting/0/name", "")], [small()]
    yield "TPL013", [put(small(), M + "completion", "nearly")], [put(small(), M + "completion", "not-started")]
    yield "TPL014", [put(tpl2014(), C + "status", "old")], [tpl2014()]
    yield "TPL015", [put(small(), C + "policy_areas",
                         ["good-governance"])], [put(small(), C + "policy_areas", ["open-data", "youth"])]
    yield "TPL016", [put(small(), C + "lead/contact/email",
                         "ministry.example.org")], [put(small(), C + "lead/contact/email", "[email removed]")]
    french = put(put(era("tpl-2016", "2016-06-30", "2016-07-01", "2018-06-30"), "/language", "fr"), "/title", "Plan")
    yield "TPL017", [french, put(copy.deepcopy(french), "/title", {"fr": "Plan", "enm": "Plan"})], [
        put(copy.deepcopy(french), "/title", {"fr": "Plan", "en": "Plan"}),
        put(copy.deepcopy(french), "/title", {"fr": "Plan", "en-GB": "Plan"}),
        put(tpl2016(), "/language", "fr")
    ]
    yield "TPL018", [put(small(), C + "ambition", "  ")], [put(small(), C + "ambition", "high")]
    yield "TPL032", [put(small(), C + "lead/contact", {"post": "Head of unit"}),
                     put(tpl2014(), C + "lead/contact/phone", "")], \
        [put(small(), C + "lead/contact", {"post": "Head of unit", "email": "unit@example.org"}), tpl2014()]

    yield "NUM002", [
        put(commitments(2), "/commitments/1/number", "1."),
        put(commitments(2), "/commitments/1/number", "1")
    ], [commitments(2)]
    yield "NUM003", [put(small(), M + "number", "2.1"),
                     put(small(), M + "number", "11")], [put(small(), M + "number", "1a")]
    yield "NUM004", [put(small(), C + "milestones/1/number", "1.1")], [small()]
    yield "NUM010", [put(small(), C + "id", "LBR-1"), put(small(), C + "id", "lr0051")], [put(small(), C + "id", GONE)]
    morocco = put(put(put(small(), "/member", "MAR"), "/id", "AP_MAR03"), C + "id", "MO0101")
    yield "NUM011", [put(small(), C + "id", "LB0051"),
                     put(copy.deepcopy(morocco), C + "id", "MA0101")], [small(), morocco]
    yield "NUM012", [put(commitments(2), "/commitments/1/id", "LR0051")], [commitments(2)]
    yield "NUM020", [put(small(), "/member", "LIB"),
                     put(small(), "/member",
                         "Liberia")], [put(local(), "/member", "GBSC"),
                                       put(small(), "/member", "XKX")]
    yield "NUM021", [put(small(), "/level", "local"), put(local(), "/level", "national")], [small(), local()]
    yield "NUM030", [put(small(), "/id", "LBR05"), put(small(), "/id", "AP_LBR5")], [put(local(), "/id", "AP_MATE02")]
    yield "NUM031", [put(small(), "/id", "AP_LBN05")], [small()]
    yield "NUM040", [commitments(16)], [commitments(15)]
    yield "NUM041", [commitments(21)], [commitments(20)]
    yield "NUM042", [put(small(), "/commitments", []), put(small(), "/commitments", GONE)], [small()]
    yield "NUM043", [commitments(4, era("tpl-2016", "2016-06-30", "2016-07-01", "2018-06-30"))], \
        [commitments(5, era("tpl-2016", "2016-06-30", "2016-07-01", "2018-06-30")), small()]

    yield "DAT003", [put(put(small(), "/start", "2024-12-31"), "/end", "2023-01-01")], [small()]
    yield "DAT010", [put(small(), C + "end",
                         "2022-12-31")], [put(put(small(), C + "start", "2024-02-29"), C + "end", "2024-02-29")]
    yield "DAT011", [put(small(), C + "start",
                         "2022-12-31")], [put(small(), C + "start", "2023-01-01"),
                                          put(small(), C + "start", "2023")]
    yield "DAT012", [put(small(), C + "end",
                         "2025-01-01")], [put(small(), C + "end", "2024-12-31"),
                                          put(small(), C + "end", "2024")]
    yield "DAT020", [put(put(small(), M + "start", "2023-06-02"), M + "end",
                         "2023-06-01")], [put(put(small(), M + "start", "2023-06"), M + "end", "2023-06-01")]
    yield "DAT021", [put(small(), M + "start", "2022-12-31")], [small()]
    yield "DAT022", [put(small(), M + "end", "2024-12-31")], [small()]
    undated = put(put(small(), C + "start", GONE), C + "end", GONE)
    yield "DAT023", [put(undated, M + "end", "2025-01-01")], [put(copy.deepcopy(undated), M + "end", "2024-12-31")]
    yield "DAT031", [put(small(), "/end", "2028-12-31"),
                     put(small(), "/end",
                         "2023-06-30")], [put(small(), "/end", "2026-12-31"),
                                          put(small(), "/end", "2023-12-31")]
    yield "DAT041", [put(small(), "/submitted", "2024-01-02")], [put(small(), "/submitted", "2024-01-01")]
    yield "DAT042", [put(small(), "/submitted", "2023-01-02")], [put(small(), "/submitted", "2023-01-01")]
    yield "DAT045", [put(small(), "/submitted", "2025-01-01")], [put(small(), "/submitted", "2024-12-31")]
    yield "DAT046", [put(put(small(), "/end", "2026-12-31"), C + "end", "2024-12-31")], [small()]

    yield "CHA002", [put(small(), C + "challenges",
                         ["digital-services"])], [put(tpl2014(), C + "challenges", ["corporate-accountability"])]
    yield "CHA003", [put(small(), C + "challenges", ["public-services"])], [tpl2016(), tpl2014()]
    yield "CHA004", [put(tpl2014(), C + "challenges", ["public-services", "public-services"])
                     ], [put(tpl2014(), C + "challenges", ["public-services", "public-integrity"])]
    yield "CHA005", [commitments(5, tpl2014())
                     ], [put(commitments(5, tpl2014()), "/commitments/4/challenges", ["public-integrity"])]

    reason = "The monthly statement of each clinic becomes public."
    yield "VAL002", [put(small(), C + "values", {"technology": "People file findings by text message."}),
                     put(small(), C + "values", {"inclusion": "Women take part in it."})], \
        [put(small(), C + "values", {"technology": "People file findings by text message.", "transparency": reason})]
    yield "VAL003", [put(small(), C + "values/participation", "")], [put(small(), C + "values/participation", GONE)]
    yield "VAL004", [put(small(), C + "values/efficiency",
                         "It saves time and money.")], [put(small(), C + "values/inclusion", "Women take part in it.")]
    yield "VAL005", [put(small(), C + "values",
                         {"transparency": "Yes"})], [put(small(), C + "values", {"transparency": reason})]
    yield "VAL006", [put(small(), C + "values", {"transparency": reason, "participation": reason})], [small()]
    yield "VAL007", [put(small(), C + "values", GONE)], [small()]

    vague = "We will strengthen and promote a culture of openness where possible."
    clear = "The Ministry of Health will publish 200 statements by 30 June 2024."
    yield "SMA011", [
        put(tpl2011(), C + "problem", GONE) and put(put(tpl2011(), C + "problem", GONE), C + "causes", GONE)
    ], [tpl2011()]
    yield "SMA012", [
        put(put(put(tpl2011(), C + "description", vague), C + "solution", vague), C + "objective",
            "Publish 200 statements")
    ], [tpl2011(), small()]
    yield "SMA013", [put(put(tpl2016(), C + "results", GONE), C + "milestones", [])], [tpl2016()]
    yield "SMA014", [free_text(vague)], [free_text(clear)]
    yield "SMA015", [put(small(), C + "ambition", "x")
                     and put(small(), C + "results", vague)], [put(small(), C + "results", clear)]
    yield "SMA021", [free_text(vague)], [free_text(clear)]
    outputs = tpl2014()
    for milestone in outputs["commitments"][0]["milestones"]:
        milestone.pop("output")
    yield "SMA022", [outputs], [tpl2014()]
    yield "SMA032", [put(small(), C + "lead/name", name) for name in ("The Government", "الحكومة", "TBC")], [
        put(small(), C + "lead/name", "Government Procurement Agency")]
    yield "SMA033", [put(tpl2011(), C + "lead/contact", GONE)], [tpl2011()]
    yield "SMA051", [put(tpl2014(), C + "end", GONE)], [tpl2014()]
    yield "SMA052", [put(tpl2011(), M + "end", GONE)], [tpl2011()]
    yield "SMA053", [put(small(), C + "end", "2024")], [put(small(), C + "end", "2024-11")]
    yield "SMA056", [put(put(tpl2014(), C + "start", GONE), C + "end", "2017")], [tpl2014()]


def main():
    for rule, fails, passes in cases():
        for verdict, plans in (("fail", fails), ("pass", passes)):
            for i, plan in enumerate(plans, 1):
                kept = rule in ("TPL004", "TPL005", "TPL017") and "title" in plan
                if not kept and not (rule == "TPL005" and verdict == "fail"):
                    plan = {**plan, "title": f"{rule} {verdict} {i}"}
                text = json.dumps(plan, ensure_ascii=False, indent=1) + "\n"
                (HERE / f"{rule}-{verdict}-{i:02d}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
