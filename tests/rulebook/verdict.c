/* SPDX-License-Identifier: MIT */
/* Reads rulebooks from standard input, one a line, and says of each: ok, or code, pointer and message. */
#include <ogp/ogp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

int main(void)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&line, &size, stdin)) > 0) {
        ogp_error error = OGP_ERROR_INIT;
        ogp_rulebook *book = NULL;
        if (ogp_rulebook_parse(&book, line, (size_t)length, &error) == 0)
            puts("ok");
        else
            printf("%s\t%s\t%s\n", ogp_code_name(error.code), error.path, error.message);
        ogp_rulebook_unref(book);
    }
    free(line);
    return 0;
}
