/** The wire: URLs, headers, OkHttp. Nothing here is API. */
@NullMarked
package fr.passerelle.internal.http;

import org.jspecify.annotations.NullMarked;
