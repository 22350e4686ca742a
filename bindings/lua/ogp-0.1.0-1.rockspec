rockspec_format = "3.0"
package = "ogp"
version = "0.1.0-1"
source = { url = "git+https://example.org/libogp.git", tag = "v0.1.0" }
description = {
    summary = "The Open Government Partnership's rulebook",
    detailed = "Reads action plans, checks them against OGP's rules, and explains each verdict in Arabic, English, French and Spanish.",
    license = "MIT",
}
dependencies = { "lua >= 5.1, < 5.5" }
external_dependencies = { OGP = { header = "ogp/ogp.h", library = "ogp" }, JANSSON = { header = "jansson.h", library = "jansson" } }
build = {
    type = "command",
    build_command = "swig -lua -nomoduleglobal -I. -Iinclude -o ogp_lua_wrap.c bindings/lua/ogp_lua.i && "
        .. "$(CC) $(CFLAGS) -I. -Iinclude -I$(LUA_INCDIR) -I$(OGP_INCDIR) -I$(JANSSON_INCDIR) $(LIBFLAG) -o core.so ogp_lua_wrap.c "
        .. "bindings/lua/convert.c bindings/rows.c bindings/rows_cocreation.c bindings/rows_dataset.c bindings/rows_help.c bindings/rows_irm.c "
        .. "bindings/rows_member.c bindings/rows_text.c -L$(OGP_LIBDIR) -L$(JANSSON_LIBDIR) -logp -ljansson",
    install_command = "mkdir -p $(LIBDIR)/ogp && cp core.so $(LIBDIR)/ogp/core.so && cp bindings/lua/ogp.lua $(LUADIR)/ogp.lua",
}
