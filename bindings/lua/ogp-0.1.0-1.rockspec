rockspec_format = "3.0"
package = "ogp"
version = "0.1.0-1"
-- No public place offers the sources yet; what is built is the checkout that `luarocks make` stands in:
--   luarocks make bindings/lua/ogp-0.1.0-1.rockspec
-- Takes swig and an installed libogp; where it is not found, say OGP_DIR=/usr/local behind it.
source = { url = "git+file://." }
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
        .. "bindings/lua/*.c bindings/rows*.c -L$(OGP_LIBDIR) -L$(JANSSON_LIBDIR) -logp -ljansson",
    install_command = "mkdir -p $(LIBDIR)/ogp && cp core.so $(LIBDIR)/ogp/core.so && cp bindings/lua/ogp.lua $(LUADIR)/ogp.lua",
}
