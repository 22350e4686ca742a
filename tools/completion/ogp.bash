# Completion of ogp for bash. It asks the program itself, so it knows what the installed version knows.

# Lines "--option<TAB>choices" of a command; choices are separated by blanks and may be missing.
_ogp_options()
{
    ogp "$1" --help 2>/dev/null | sed -n '
        /^  .*--[a-z]/ {
            s/^  *\(-[A-Za-z], \)\{0,1\}\(--[a-z-]*\)/\2\t/
            s/ (default .*//
            /: [a-z][a-z0-9-]*\(\(, \| or \)[a-z][a-z0-9-]*\)*$/! { s/\t.*/\t/; p; d; }
            s/\t.*: /\t/
            s/, / /g
            s/ or / /g
            p
        }'
}

_ogp_commands()
{
    ogp --help 2>/dev/null | sed -n '/^Commands:/,/^$/ s/^  \([a-z]\{1,\}\) .*/\1/p'
}

_ogp()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "$(_ogp_commands) --help --version" -- "$current"))
        return
    fi
    case $previous in
        -f) previous=--format ;;
        -l) previous=--lang ;;
    esac
    local choices
    choices=$(_ogp_options "$command" | sed -n "s/^$previous\t\(..*\)/\1/p")
    if [ -n "$choices" ] && [ "${previous#--}" != "$previous" ]; then
        COMPREPLY=($(compgen -W "$choices" -- "$current"))
    elif [ "${current#-}" != "$current" ]; then
        COMPREPLY=($(compgen -W "$(_ogp_options "$command" | cut -f 1)" -- "$current"))
    elif [ "$command" = rules ]; then
        COMPREPLY=($(compgen -W "$(ogp rules 2>/dev/null | cut -d ' ' -f 1)" -- "$current"))
    else
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$current"))
    fi
}

complete -F _ogp ogp
