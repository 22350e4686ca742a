# SPDX-License-Identifier: MIT
# What machines.sh and musl.sh compare: what two builds of the program say of every example. Sourced like lib.sh.

# outputs FOLDER PROGRAM...: what the program says of each example, a file each; WITHOUT_XML leaves XML and workbooks out.
outputs()
{
    out=$1
    shift
    rm -rf "$out"
    mkdir -p "$out"
    for plan in examples/plans/*.json; do
        name=$(basename "$plan" .json)
        "$@" check --all-languages --format json "$plan" >"$out/$name.check" || [ $? -eq 1 ]
        "$@" check --lang ar "$plan" >"$out/$name.text" || [ $? -eq 1 ]
        "$@" smart "$plan" >"$out/$name.smart"
        "$@" cocreation --format json "$plan" >"$out/$name.cocreation" || [ $? -eq 1 ]
        "$@" convert --format json "$plan" >"$out/$name.json"
        [ -n "${WITHOUT_XML:-}" ] || "$@" convert --format xml "$plan" >"$out/$name.xml" 2>"$out/$name.said"
        [ -n "${WITHOUT_XML:-}" ] || "$@" convert --format json "$out/$name.xml" >"$out/$name.back"
    done
    while read -r name arguments; do
        [ -z "${WITHOUT_XML:-}" ] || [ "${arguments%.xlsx}" = "$arguments" ] || continue
        # shellcheck disable=SC2086
        "$@" $arguments >"$out/$name" 2>&1 || [ $? -eq 1 ]
    done <<LIST
irm irm examples/tables/commitments.csv
audit irm --audit --format json examples/tables/commitments.csv
workbook irm --format ndjson examples/tables/commitments.xlsx
summary summary --by year,policy_area --format json examples/tables/commitments.csv
shares summary --by method --change --format csv examples/tables/commitments.xlsx
stream convert --format ndjson examples/tables/commitments.csv
eligibility eligibility --format json examples/eligibility/countries.csv
mistakes eligibility --format text --lang fr examples/eligibility/mistakes.csv
joining join --format json examples/membership/joining.json
member join --lang es examples/membership/member.json
calendar calendar --submitted 2022-08-31 --start 2022-09-01 --end 2024-08-31 --format json
days calendar --submitted 2016-06-30 --format ics
rules rules --format json
rulebook rules --all
facts-ar facts tests/gold/ar.test.jsonl
facts-en facts tests/gold/en.test.jsonl
facts-es facts tests/gold/es.test.jsonl
facts-fr facts tests/gold/fr.test.jsonl
LIST
}
