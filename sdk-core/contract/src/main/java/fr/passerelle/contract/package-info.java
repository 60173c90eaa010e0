/** The programme's OpenAPI documents, for the tests of this project: what they say, and whether a request obeys. */
@NullMarked
package fr.passerelle.contract;

import org.jspecify.annotations.NullMarked;
