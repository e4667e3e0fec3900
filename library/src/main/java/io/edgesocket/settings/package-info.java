/**
 * The settings of one stack: what {@code Pulumi.<stack>.yaml} says under {@code edgesocket:}, read strictly and typed.
 * Its records are the one place where keys, defaults and limits stand; the reader, the JSON Schema and the listing
 * follow them.
 * <pre>{@code
 * var settings = Settings.of(ctx);           // or a SettingsException that names everything that is wrong
 * settings.stage().name();                   // "live"
 * }</pre>
 */
package io.edgesocket.settings;
