/* SPDX-License-Identifier: MIT */
#include "model/getters.h"

#include <ogp/institution.h>

OGPI_GET_LOCALIZED(institution, name, name)
OGPI_GET_STRING(institution, kind, kind)
OGPI_GET_RECORD(institution, contact, ogp_contact, contact)

OGPI_GET_LOCALIZED(contact, name, name)
OGPI_GET_LOCALIZED(contact, post, post)
OGPI_GET_STRING(contact, email, email)
OGPI_GET_STRING(contact, phone, phone)
