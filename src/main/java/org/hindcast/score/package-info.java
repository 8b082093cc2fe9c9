/**
 * How good forecasts were: proper scores, calibration and its tests, comparisons, ranks, and what phrases mean in numbers. Pure
 * arithmetic on tables of counts; knows no framework, no database and nothing else of ours. {@code docs/scoring.md} explains
 * every figure with an example.
 */
package org.hindcast.score;
