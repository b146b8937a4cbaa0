using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The formats of all types that the properties of videos have.</summary>
internal static class ValueFormats
{
    private static readonly Dictionary<Type, object> ByType = new()
    {
        [typeof(string)] = new TextFormat(),
        [typeof(long?)] = new WholeFormat(),
        [typeof(double?)] = new NumberFormat(),
        [typeof(bool?)] = new FlagFormat(),
        [typeof(DateTimeOffset?)] = new TimeFormat(),
        [typeof(TimeSpan?)] = new SpanFormat(),
        [typeof(TextList)] = new ListFormat(),
        [typeof(Platform)] = new WordFormat<Platform>(),
        [typeof(VideoState)] = new WordFormat<VideoState>(),
        [typeof(VideoPlatformSession)] = new SessionFormat(),
    };

    /// <summary>Returns the format of a type.</summary>
    public static object Of(Type type) => ByType[type];

    private static bool Result<T>(bool succeeded, T found, out object? value)
    {
        value = succeeded ? found : null;
        return succeeded;
    }

    private sealed class TextFormat : ValueFormat<string?>
    {
        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(column.JsonName, value);
            }
        }

        public override void WriteCsv(CsvRowWriter row, string? value) => row.Write(value);

        public override bool TryConvert(object json, out object? value) =>
            Result(json is string or long or double or bool, Convert.ToString(json, CultureInfo.InvariantCulture), out value);

        public override bool TryParse(string cell, out object? value) => Result(true, cell, out value);
    }

    private sealed class WholeFormat : ValueFormat<long?>
    {
        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, long? value)
        {
            if (value is { } number)
            {
                writer.WriteNumber(column.JsonName, number);
            }
        }

        public override void WriteCsv(CsvRowWriter row, long? value)
        {
            if (value is { } number)
            {
                Span<byte> text = stackalloc byte[20];
                Utf8Formatter.TryFormat(number, text, out var length);
                row.WriteRaw(text.Slice(0, length));
            }
        }

        public override bool TryConvert(object json, out object? value) => Result(json is long, json, out value);

        public override bool TryParse(string cell, out object? value) =>
            Result(long.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number), number, out value);
    }

    private sealed class NumberFormat : ValueFormat<double?>
    {
        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, double? value)
        {
            if (value is { } number && IsNumber(number))
            {
                writer.WriteNumber(column.JsonName, number);
            }
        }

        public override void WriteCsv(CsvRowWriter row, double? value)
        {
            if (value is { } number && IsNumber(number))
            {
                row.WriteRaw(number.ToString("R", CultureInfo.InvariantCulture));
            }
        }

        public override bool TryConvert(object json, out object? value) => Result(json is long or double, json is long whole ? (double)whole : json, out value);

        public override bool TryParse(string cell, out object? value) =>
            Result(double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && IsNumber(number), number, out value);

        private static bool IsNumber(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
    }

    private sealed class FlagFormat : ValueFormat<bool?>
    {
        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, bool? value)
        {
            if (value is { } flag)
            {
                writer.WriteBoolean(column.JsonName, flag);
            }
        }

        public override void WriteCsv(CsvRowWriter row, bool? value)
        {
            if (value is { } flag)
            {
                row.WriteRaw(flag ? "True" : "False");
            }
        }

        public override bool TryConvert(object json, out object? value) => Result(json is bool, json, out value);

        public override bool TryParse(string cell, out object? value) => Result(bool.TryParse(cell, out var flag), flag, out value);
    }

    private sealed class TimeFormat : ValueFormat<DateTimeOffset?>
    {
        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, DateTimeOffset? value)
        {
            if (value is { } time)
            {
                writer.WriteString(column.JsonName, time);
            }
        }

        public override void WriteCsv(CsvRowWriter row, DateTimeOffset? value)
        {
            if (value is { } time)
            {
                Span<byte> text = stackalloc byte[InventoryTime.MaxLength];
                row.WriteRaw(text.Slice(0, InventoryTime.Format(time, text)));
            }
        }

        public override bool TryConvert(object json, out object? value)
        {
            value = null;
            return json is string text && TryParse(text, out value);
        }

        public override bool TryParse(string cell, out object? value) => Result(InventoryTime.TryParse(cell, out var time), time, out value);
    }

    private sealed class SpanFormat : ValueFormat<TimeSpan?>
    {
        private const int MaxLength = 26;

        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, TimeSpan? value)
        {
            if (value is { } span)
            {
                Span<byte> text = stackalloc byte[MaxLength];
                Utf8Formatter.TryFormat(span, text, out var length);
                writer.WriteString(column.JsonName, text.Slice(0, length));
            }
        }

        public override void WriteCsv(CsvRowWriter row, TimeSpan? value)
        {
            if (value is { } span)
            {
                Span<byte> text = stackalloc byte[MaxLength];
                Utf8Formatter.TryFormat(span, text, out var length);
                row.WriteRaw(text.Slice(0, length));
            }
        }

        public override bool TryConvert(object json, out object? value)
        {
            value = null;
            return json is string text && TryParse(text, out value);
        }

        public override bool TryParse(string cell, out object? value) =>
            Result(TimeSpan.TryParse(cell, CultureInfo.InvariantCulture, out var span), span, out value);
    }

    private sealed class ListFormat : ValueFormat<TextList>
    {
        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, TextList value)
        {
            if (value.Count > 0)
            {
                writer.WriteStartArray(column.JsonName);
                foreach (var item in value)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
            }
        }

        public override void WriteCsv(CsvRowWriter row, TextList value)
        {
            if (value.Count > 0)
            {
                row.Write(ListText.Join(value));
            }
        }

        public override bool TryConvert(object json, out object? value) =>
            Result(json is List<string> or string, json is List<string> items ? new TextList(items) : null, out value);

        public override bool TryParse(string cell, out object? value) => Result(true, ListText.Split(cell), out value);
    }

    private sealed class WordFormat<T> : ValueFormat<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, JsonEncodedText> Names = ((T[])Enum.GetValues(typeof(T))).ToDictionary(word => word, word => JsonEncodedText.Encode(word.ToString()));

        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, T value) => writer.WriteString(column.JsonName, Names[value]);

        public override void WriteCsv(CsvRowWriter row, T value) => row.WriteRaw(Names[value].EncodedUtf8Bytes);

        public override bool TryConvert(object json, out object? value)
        {
            value = null;
            return json is string text && TryParse(text, out value);
        }

        public override bool TryParse(string cell, out object? value) =>
            Result(Enum.TryParse<T>(cell, ignoreCase: true, out var word) && Names.ContainsKey(word), word, out value);
    }

    private sealed class SessionFormat : ValueFormat<VideoPlatformSession?>
    {
        public override void WriteJson(Utf8JsonWriter writer, VideoColumn column, VideoPlatformSession? value)
        {
            if (value is not null)
            {
                writer.WriteString(column.JsonName, value.ToString());
            }
        }

        // The cell contains the text of the session.
        public override bool TryWriteJson(Utf8JsonWriter writer, VideoColumn column, string cell)
        {
            if (!string.IsNullOrWhiteSpace(cell))
            {
                writer.WriteString(column.JsonName, cell);
            }

            return true;
        }

        public override void WriteCsv(CsvRowWriter row, VideoPlatformSession? value) => row.Write(value?.ToString());

        public override bool TryConvert(object json, out object? value) => Result(json is string, json as string, out value);

        public override bool TryParse(string cell, out object? value) => Result(true, cell, out value);
    }
}
