/**
 * What a developer would write without the SDK: OkHttp, Jackson and records; no rules, no retries, no rate limiting.
 */
@NullMarked
package fr.passerelle.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
