using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace VideoPlatforms.Clients.Common;

/// <summary>Reads the properties of a saved or deserialized object. The values are typed or invariant text.</summary>
/// <param name="find">Returns the value of a property; null if it does not exist.</param>
internal sealed class PropertyReader(Func<string, object?> find)
{
    /// <summary>The property that contains the fields that no document lists.</summary>
    public const string AdditionalDataName = "AdditionalData";

    // ISO 8601 with the offset, with or without fractions of a second.
    private static readonly string[] TimeForms = ["O", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>Gets the value of a property.</summary>
    public object? this[string name] => find(name);

    /// <summary>Returns a property as text.</summary>
    public string? Text(string name) => find(name) is { } value ? System.Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns a property as an integer.</summary>
    public long? Whole(string name) => find(name) switch
    {
        null => null,
        string text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible value => Convert(value, number => number.ToInt64(CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Returns a property as a floating-point number.</summary>
    public double? Number(string name) => find(name) switch
    {
        null => null,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible value => Convert(value, number => number.ToDouble(CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Returns a property as a Boolean value.</summary>
    public bool? Flag(string name) => find(name) switch
    {
        bool value => value,
        string text => bool.TryParse(text, out var value) ? value : null,
        _ => null,
    };

    /// <summary>Returns a property as a point in time.</summary>
    public DateTimeOffset? Time(string name) => find(name) switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time),
        string text => DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        _ => null,
    };

    /// <summary>Returns a property as a time span.</summary>
    public TimeSpan? Span(string name) => find(name) switch
    {
        TimeSpan span => span,
        string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null,
        _ => null,
    };

    /// <summary>Returns a property as a list of texts. A single text is parsed as the text form of a list.</summary>
    public TextList? List(string name) => find(name) switch
    {
        null => null,
        string text => TextList.Split(text, ';'),
        IEnumerable items => new(items.Cast<object?>().Select(item => item?.ToString()).OfType<string>()),
        _ => null,
    };

    /// <summary>Returns the fields that no document lists; null if they were not saved.</summary>
    public Dictionary<string, JsonElement>? AdditionalData() => find(AdditionalDataName) as Dictionary<string, JsonElement>;

    /// <summary>Returns a property as an enumeration value, which is specified by name or number.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum => EnumText.Parse<T>(Text(name));

    // A value of another type, or beyond the range, is not the property.
    private static T? Convert<T>(IConvertible value, Func<IConvertible, T> convert)
        where T : struct
    {
        try
        {
            return convert(value);
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException or FormatException)
        {
            return null;
        }
    }
}
