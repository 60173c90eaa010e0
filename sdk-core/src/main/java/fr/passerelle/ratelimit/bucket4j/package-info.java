/**
 * A rate kept in a Bucket4j bucket, which may lie in Redis or a database that several processes reach. Needs
 * {@code com.bucket4j:bucket4j_jdk17-core}, which the SDK does not bring.
 */
@NullMarked
package fr.passerelle.ratelimit.bucket4j;

import org.jspecify.annotations.NullMarked;
