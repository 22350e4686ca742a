#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the corpus of eligibility, calendar, joining, status, co-creation, the IRM's figures and tables, each file in
the form of the command that reads it: RULE-fail-NN.* must bring a finding of RULE, RULE-pass-NN.* must not.

The files are what counts, and new ones may be put beside them by hand: the test reads their names alone.

usage: make_membership.py        writes beside itself what is described below
"""
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
ELIGIBILITY = ("country,year,budget_proposal,audit_report,access_to_information,asset_disclosure,civil_liberties,"
               "cso_entry_exit,cso_repression,member")


def countries(*rows, header=ELIGIBILITY):
    return "\n".join((header, *rows, ""))


def calendar(**options):
    return {name.replace("_", "-"): value for name, value in options.items()}


def history(form, today, **members):
    return {"format": f"ogp-{form}/1", "member": "Northland", "today": today, **members}


def events(*pairs):
    return [{"type": kind, "date": date} for kind, date in pairs]


def joining(today, *pairs, kind="country"):
    return history("join", today, kind=kind, events=events(*pairs))


def member(today, *pairs, cycles=(), eligibility=()):
    return history("member", today, cycles=list(cycles),
                   eligibility=[{"year": year, "core": core} for year, core in eligibility], events=events(*pairs))


STRONG = "TUN,2020,1,1,law,public,9,4,4,1"
CASES = {
    "ELI001": (countries(STRONG), countries("TUN,2020,1,0,constitution,law,8,,,1")),  # 2 + 3 + 2 + 4 = 11 of 16
    "ELI002": (countries("TUN,2020,1,0,constitution,law,8,,,1"),
               countries("TUN,2020,1,1,law,public,0,,,1")),  # 12 of 16
    "ELI003": (countries("TUN,2023,,,law,public,9,,,1"), countries("TUN,2023,,,,public,9,,,1")),
    "ELI004": (countries("TUN,2023,,,,,9,,,1"), countries("TUN,2023,,,law,,9,,,1")),
    "ELI005": (countries(STRONG), countries("TUN,2020,1,1,law,,9,,,1")),
    "ELI006": (countries("TUN,2020,1,1,law,public,,,,1"), countries("TUN,2020,1,1,law,public,7.5,,,1")),
    "ELI007": (countries("TUN,2020,,,law,public,9,,,1"), countries("TUN,2020,1,,law,public,9,,,1")),
    "ELI008": (countries("TUN,2020,1,1,law,public,9,2,2,0"), countries("TUN,2020,1,1,law,public,9,3,0,0")),
    "ELI009": (countries("TUN,2020,1,1,law,public,9,0,3,0"), countries("TUN,2020,1,1,law,public,9,2,2,0")),
    "ELI010": (countries("TUN,2020,1,1,law,public,9,,3,0"), countries("TUN,2020,1,1,law,public,9,2,,0")),
    "ELI011": (countries("TUN,2020,1,1,law,public,9,4,4,0"), countries("TUN,2020,1,1,law,public,9,0,0,1")),
    "ELI012": (countries("TUN,2018,1,1,law,public,9,4,4,0"), countries("TUN,2017,1,1,law,public,9,,,0")),
    "ELI013": (countries(STRONG + ",1", header=ELIGIBILITY + ",un_member"),
               countries("XKX,2020,1,1,law,public,9,4,4,0,0", header=ELIGIBILITY + ",un_member")),
    "ELI014": (countries("TUN,2020,1,1,law,public,9,4,4,"), countries("TUN,2020,1,1,law,public,9,1,1,")),
    "ELI016": (countries("TUN,2019,1,0,none,law,6,,,1", "TUN,2020,1,1,law,law,6,,,1", "TUN,2021,1,0,none,law,6,,,1"),
               countries("TUN,2019,1,0,none,law,6,,,1", "TUN,2020,1,0,none,law,6,,,1")),
    "ELI017": (countries(STRONG), countries("TUN,2020,1,1,law,law,6,,,1")),  # 13 of 16
    "ELI020": (countries("TUN,2020,1,1,constitution+draft,law,9,,,1"), countries("TUN,2020,1,1,statute,law,9,,,1")),
    "ELI021": (countries("TUN,2020,1,1,law,law,NR,,,1"), countries("TUN,2020,1,1,law,law,eight,,,1")),
    "ELI022": (countries("TUN,2020,1,1,law,law,10,,,1"), countries("TUN,2020,1,1,law,law,11,,,1")),
    "ELI023": (countries("TUN,2020,1,1,law,law,9,3,0,0"), countries("TUN,2020,1,1,law,law,9,2.5,0,0")),
    "ELI024": (countries("TUN,2020,3,3", header="country,year,v2cseeorgs_ord,v2csreprss_ord"),
               countries("TUN,2020,3.2,3", header="country,year,v2cseeorgs,v2csreprss_ord")),
    "ELI025": (countries(STRONG), countries("TUN,MMXX,1,1,law,public,9,4,4,1")),
    "ELI026": (countries(STRONG), countries("TUN,2020,law", header="country,year,access_to_information")),
    "ELI027": (countries("TUN,2021,1,1", header="country,year,budget_proposal,audit_report"),
               countries("TUN,2021,42", header="country,year,budget_transparency_score")),
    "ELI028": (countries(STRONG), countries(STRONG + ",high", header=ELIGIBILITY + ",income")),
    "ELI029": (countries(STRONG), countries("TUN,2020,1,1")),
    "ELI030": (countries(STRONG, "TUN,2021,1,1,law,public,9,4,4,1"), countries(STRONG, STRONG)),
    "ELI031": (countries(STRONG, "JOR,2021,1,1,law,public,9,4,4,1"), countries(STRONG,
                                                                               "TUN,2021,1,0,law,public,9,4,4,1")),
    "ELI032": (countries("TUN,2020,1,1,law,public,9,,,1"), countries("TUN,2020,1,1,law,none,7.6,,,1")),
    "CAL001": (calendar(submitted="2018-09-01",
                        previous_end="2018-06-30"), calendar(submitted="2018-08-31", previous_end="2018-06-30")),
    "CAL002": (calendar(submitted="2018-08-31",
                        previous_end="2018-06-30"), calendar(submitted="2018-12-31", previous_end="2018-06-30")),
    "CAL003": (calendar(submitted="2018-12-31",
                        previous_end="2018-08-31"), calendar(submitted="2019-01-01", previous_end="2018-08-31")),
    "CAL004": (calendar(edition="cal-2022", start="2024-01-01"),
               calendar(edition="cal-2018", submitted="2018-12-31", start="2019-01-01", end="2020-08-31")),
    "CAL005": (calendar(edition="cal-2022", start="2024-01-01",
                        years="4"), calendar(edition="cal-2022", start="2024-01-01", years="3")),
    "CAL006": (calendar(edition="cal-2022", start="2024-01-01",
                        end="2025-12-31"), calendar(edition="cal-2022", start="2024-01-01", end="2025-10-31")),
    "CAL007": (calendar(edition="cal-2014", start="2016-07-01", previous_end="2016-06-30"),
               calendar(edition="cal-2014", start="2016-08-01", previous_end="2016-06-30")),
    "CAL008": (calendar(edition="cal-2022", submitted="2024-06-30",
                        previous_end="2023-12-31"), calendar(edition="cal-2022", previous_end="2023-12-31")),
    "CAL009": (calendar(edition="cal-2022", start="2024-01-01",
                        previous_end="2023-12-31"), calendar(edition="cal-2022", start="2024-01-01", first="1")),
    "CAL010": (calendar(edition="cal-2020-covid", submitted="2020-12-31", previous_end="2020-08-31"),
               calendar(edition="cal-2020-covid", submitted="2021-08-31", previous_end="2020-08-31")),
    "CAL020": (calendar(edition="cal-2011", start="2012-07-01"), calendar(edition="cal-2014",
                                                                          previous_end="2016-06-30")),
    "CAL021": (calendar(edition="cal-2018", start="2018-09-01"), calendar(first="1", letter="2018-04-26")),
    "CAL022": (calendar(edition="cal-2011", start="2012-07-01"), calendar(edition="cal-2018", submitted="2018-08-31")),
    "CAL023": (calendar(edition="cal-2022", previous_end="2023-12-31"), calendar(edition="cal-2022",
                                                                                 start="2024-01-01")),
    "CAL024": (calendar(edition="cal-2022", start="2024-01-01"), calendar(edition="cal-2014", start="2016-07-01")),
    "CAL025": (calendar(edition="cal-2022", start="2024-01-01"), calendar(edition="cal-2014", start="2016-07-01")),
    "CAL026": (calendar(edition="cal-2022", start="2024-01-01",
                        local="1"), calendar(edition="cal-2022", start="2024-01-01")),
    "CAL027": (calendar(edition="cal-2022", start="2024-01-01",
                        years="2"), calendar(edition="cal-2022", start="2024-01-01", years="4")),
    "CAL028": (calendar(edition="cal-2018", start="2018-09-01"), calendar(edition="cal-2022", start="2024-01-01")),
    "CAL029": (calendar(edition="cal-2018", submitted="2021-08-31",
                        previous_end="2021-06-30"), calendar(submitted="2020-11-01")),
    "CAL030": (calendar(edition="cal-2022", start="2024-01-01"),
               calendar(edition="cal-2022", start="2023-01-01", end="2026-12-31", local="1")),
    "JOI001": (joining("2018-01-01"), joining("2018-12-31", ("eligible", "2018-01-15"))),
    "JOI002": (joining("2020-12-31", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26"),
                       ("lead-named", "2018-05-01"), ("plan-delivered", "2018-08-30"),
                       ("irm-accepted", "2018-09-01")), joining("2018-12-31", ("eligible", "2018-01-15"))),
    "JOI003": (joining("2018-12-31", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26")),
               joining("2018-12-31", ("eligible", "2018-01-15"), ("plan-delivered", "2018-08-30"))),
    "JOI004": (joining("2018-12-31", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26")),
               joining("2018-12-31", ("eligible", "2018-05-15"), ("letter-of-intent", "2018-04-26"))),
    "JOI005": (joining("2018-12-31", ("eligible", "2018-01-15"), ("not-eligible", "2018-06-01"),
                       ("eligible", "2018-09-01")),
               joining("2018-12-31", ("eligible", "2018-01-15"), ("not-eligible", "2018-06-01"))),
    "JOI006": (joining("2018-12-31", ("eligible", "2018-01-15")),
               joining("2018-12-31", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26"))),
    "JOI007": (joining("2020-12-31", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26"),
                       ("lead-named", "2018-05-01"), ("plan-delivered", "2019-04-26")),
               joining("2020-12-31", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26"),
                       ("lead-named", "2018-05-01"), ("plan-delivered", "2019-04-27"))),
    "JOI008": (joining("2018-12-31", ("eligible", "2018-01-15")), joining("2018-12-31", ("wedding", "2018-01-15"))),
    "JOI009": (joining("2022-12-31", ("country-member", "2018-04-26"), ("partner", "2022-01-01"), kind="local"),
               joining("2022-12-31", ("country-member", "2018-04-26"), ("letter-of-intent", "2019-01-01"),
                       ("lead-named", "2019-02-01"), ("plan-delivered", "2019-03-01"), ("irm-accepted", "2019-04-01"),
                       kind="parliament")),
    "JOI010": (joining("2016-12-31", ("eligible", "2015-01-15")), joining("2020-12-31", ("eligible", "2018-01-15"))),
    "JOI011": (joining("2019-04-26", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26")),
               joining("2019-04-27", ("eligible", "2018-01-15"), ("letter-of-intent", "2018-04-26"))),
}

LATE = {"plan": "A", "previous_end": "2018-08-31", "submitted": "2019-01-01", "end": "2020-08-31"}
GOOD = {"plan": "B", "previous_end": "2018-08-31", "submitted": "2018-12-31", "end": "2020-08-31",
        "iap2": {"development": "involve", "implementation": "inform"}, "repository": True, "progress": True}
LOW = {**GOOD, "plan": "C", "iap2": {"development": "consult", "implementation": "inform"}}
NEW = {"plan": "E", "previous_end": "2022-08-31", "submitted": "2023-06-01", "end": "2025-06-30", "requirements": "met"}
CASES |= {
    "STA001": (member("2019-06-30", cycles=[GOOD]), member("2019-06-30", cycles=[LATE])),
    "STA002": (member("2019-06-30", cycles=[GOOD]), member("2019-06-30", cycles=[LOW])),
    "STA003": (member("2019-06-30", cycles=[GOOD]), member("2019-06-30", cycles=[{**GOOD, "repository": False}])),
    "STA004": (member("2019-06-30", cycles=[GOOD]), member("2019-06-30", cycles=[{**GOOD, "progress": False}])),
    "STA005": (member("2021-06-30", cycles=[LATE, GOOD, LOW]), member("2021-06-30", cycles=[LATE, LOW])),
    "STA006": (member("2020-12-31", eligibility=[(2018, "fail"), (2019, "not-enough-data"), (2020, "fail")]),
               member("2020-12-31", eligibility=[(2019, "fail"), (2020, "fail")])),
    "STA007": (member("2017-12-31",
                      ("suspended", "2016-05-04")), member("2017-12-31", ("response-policy-filed", "2015-03-01"))),
    "STA008": (member("2017-12-31",
                      ("response-policy-filed", "2015-03-01")), member("2017-12-31", ("suspended", "2016-05-04"))),
    "STA009": (member("2021-06-30", cycles=[LATE, LOW]), member("2021-08-31", cycles=[LATE, LOW])),
    "STA010": (member("2017-05-09", ("withdrawn", "2017-05-10")), member("2017-05-10", ("withdrawn", "2017-05-10"))),
    "STA011": (member("2017-12-31", ("suspended", "2016-05-04")), member("2017-12-31")),
    "STA012": (member("2017-12-31", ("suspended", "2016-05-04")),
               member("2017-12-31", ("suspended", "2016-05-04"), ("reinstated", "2017-05-04"))),
    "STA013": (member("2019-05-04", ("suspended", "2016-05-04")), member("2019-05-05", ("suspended", "2016-05-04"))),
    "STA014": (member("2025-12-31", cycles=[{**NEW, "repository": False}]), member("2025-12-31", cycles=[NEW])),
}
CASES["STA002"] += (member("2025-12-31", cycles=[{**NEW, "requirements": "not-met"}]),)


def plan(submitted, *assessments):
    return {
        "format": "ogp-plan/1", "id": "AP_TST01", "language": "en", "submitted": submitted, "commitments": [{
            "id": "TST0001", "number": "1", "title": "Open the register", "assessments": list(assessments)
        }]
    }


def assessed(method, **members):
    return {"report": "end-of-term", "method": method, **members}


def figure(result, **variables):
    return {"result": result, "variables": {"year": "2015", **variables}}


STAR = {
    "specificity": "high", "values": ["access-to-information"], "potential_impact": "transformative",
    "completion": "substantial"
}
CASES |= {
    "IRM010": (plan("2015-06-30", assessed("irm-2014")), plan("2015-06-30", assessed("irm-1999"))),
    "IRM011": (plan("2015-06-30",
                    assessed("irm-2014",
                             specificity="high")), plan("2015-06-30", assessed("irm-2014", specificity="very high"))),
    "IRM012": (plan("2015-06-30",
                    assessed("irm-2014",
                             specificity="high")), plan("2015-06-30", assessed("irm-2014", early_results="moderate"))),
    "IRM013": (plan("2015-06-30",
                    assessed("irm-2014",
                             values=["technology"])), plan("2015-06-30", assessed("irm-2014", values=["openness"]))),
    "IRM014": (plan("2015-06-30", assessed("irm-2014")), plan("2021-08-31", assessed("irm-2014"))),
    "IRM015": (plan("2015-06-30", assessed("irm-2014")), plan("2015-06-30",
                                                              {"report": "leaflet", "method": "irm-2014"})),
    "IRM020": (plan("2015-06-30", assessed("irm-2014", **{**STAR, "potential_impact": "moderate"})),
               plan("2015-06-30", assessed("irm-2014", **STAR))),
    "IRM021": (plan("2015-06-30", assessed("irm-2014", **STAR)),
               plan("2015-06-30", assessed("irm-2014", **{**STAR, "potential_impact": "moderate"}))),
    "IRM022": (figure("high_ambition", potential_impact="minor",
                      relevant="1"), figure("high_ambition", potential_impact="moderate", relevant="1")),
    "IRM023": (figure("high_ambition", potential_impact="moderate",
                      relevant="1"), figure("high_ambition", potential_impact="minor", relevant="1")),
    "IRM024": (figure("raw_completion"), figure("raw_completion", completion_end="limited")),
    "IRM025": (figure("high_ambition", potential_impact="minor",
                      relevant="1"), figure("star_progress", relevant="1", specificity="ND")),
    "IRM026": (figure("relevant", value_information="1"),
               figure("relevant", value_information="0", value_participation="0", value_accountability="0")),
    "IRM030": (plan("2015-06-30", assessed("irm-2014"),
                    assessed("irm-2014")), plan("2019-08-31", assessed("irm-2017"), assessed("irm-2021"))),
}

TABLE = (
    "Commitment Unique Identifier,Country/Locality,Action Plan Number,Commitment Number,Year Of Submission,"
    "Commitment Title,"
    "Start Date,End Date,_Relevant,Potential Impact,Completion (Progress Report),Specificity,_Specificity")
ROW = "JO0001,Jordan,1,1,2016,Open the register,1/31/2016,12/31/2017,1,Minor,Limited,High,3"
OTHER = "Country,Action Plan,Number,Year,Title,Start Date,_Relevant,Potential Impact,Raw Completion"


def table(*rows, header=TABLE):
    return countries(*rows, header=header)


def cell(column, value):
    cells = ROW.split(",")
    cells[TABLE.split(",").index(column)] = value
    return ",".join(cells)


CASES |= {
    "TAB010": (table(ROW), table("Jordan,1,1,2016,Open the register,2016-01-31,1,Minor,Limited", header=OTHER)),
    "TAB011": (table(ROW), table("Jordan,1,1,2016,Open the register,2016-01-31,1,Minor,Limited", header=OTHER)),
    "TAB012": (table(ROW), table(ROW + ",x", header=TABLE + ",Colour of the cover")),
    "TAB013": (table(ROW), table(ROW + ",High", header=TABLE + ",Specificity")),
    "TAB014": (plan("2015-06-30"), table(ROW)),
    "TAB020": (table(ROW), table(cell("_Specificity", "1"))),
    "TAB021": (table(cell("Specificity", "NR").replace(",3", ",NR")),
               table(cell("Specificity", "Splendid").replace("Splendid,3", "Splendid,Splendid"))),
    "TAB022": (table(ROW), table(ROW.rsplit(",", 1)[0])),
    "TAB023": (table(ROW + ",,"), table(ROW + ",x")),
    "TAB024": (table(ROW), table(cell("_Specificity", "#NAME?"))),
    "TAB025": (table(ROW), table(ROW, ",,1,,,,,,12,,,15,15")),
    "TAB026": (table(ROW), table(ROW, "JO0002,,1,2,2016,Close the register,,,1,Minor,Limited,Low,1")),
    "TAB027": (table(ROW), table(ROW, TABLE)),
    "TAB030": (table(cell("Commitment Title", "Caf\u00e9")), table(cell("Commitment Title", "Caf\udce9"))),
    "TAB031": (table(ROW), table(cell("Commitment Title", "Caf\ufffd"))),
    "TAB032": (table(cell("Commitment Number", "4.1")), table(cell("Commitment Number", "4.0999999999999996"))),
    "TAB033": (table(ROW), table(cell("Country/Locality", "Ruritania").replace("JO0001", "ZZ0001"))),
    "TAB034": (table(ROW), table(cell("Year Of Submission", ""))),
    "TAB040": (table(cell("Start Date", "").replace("12/31/2017", "")), table(ROW)),
    "TAB041": (table(ROW), table(cell("Start Date", "stage 3 of the plan"))),
    "TAB042": (table(ROW), table(cell("Start Date", "2/30/2016"))),
    "TAB043": (table("Jordan,1,1,2016,Open the register,1/31/2016,1,Minor,Limited",
                     header=OTHER), table("Jordan,1,1,2016,Open the register,1/2/2016,1,Minor,Limited", header=OTHER)),
}

STEPS = ("_Timelineavailability", "_Advance notice", "_Awareness-Raising", "_Online consultation",
         "_In-person consultations", "_Summary of comments")
PROCESS = ",".join(("Country name", "Action Plan Number", *STEPS, "_Number of steps followed (out of 6)"))


def process(*codes):
    """One plan in OGP's table of processes."""
    return countries(",".join(("Jordan", "1", *map(str, codes), str(codes.count(1)))), header=PROCESS)


def corpus(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


CASES |= {
    "COC120": (process(0, 0, 0, 0, 0, 0), corpus("COC107-fail-01"), process(1, 0, 0, 0, 0, 0)),
    "COC122": (corpus("COC130-pass-01"), {**corpus("COC130-pass-01"), "cocreation": {"standards": "2017"}}),
    "COC123": (process(1, 1, 1, 1, 1, 1), process(1, 1, 0, 1, 1, 1)),
    "COC131": (corpus("COC130-fail-01"), corpus("COC130-pass-01")),
    "COC132": (corpus("COC130-fail-01"), corpus("COC121-fail-01")),
    "COC150": (process(*["NR"] * 6), process(1, 1, 0, 1, 1, 1)),
    "COC151": (process(1, 1, 0, 1, 1, 1), process(*["NR"] * 6)),
    "COC152": (corpus("COC130-pass-01"), process(1, 1, 0, 1, 1, 1)),
}


def write(name, content):
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    ending = "csv" if isinstance(content, str) else "json"
    (HERE / f"{name}.{ending}").write_bytes(text.encode("utf-8", "surrogateescape"))


def main():
    for rule, (passing, *failing) in CASES.items():
        write(f"{rule}-pass-01", passing)
        for number, case in enumerate(failing, 1):
            write(f"{rule}-fail-{number:02}", case)


if __name__ == "__main__":
    main()
