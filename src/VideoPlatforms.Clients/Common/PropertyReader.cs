using System.Collections;
using System.Globalization;

namespace VideoPlatforms.Clients.Common;

/// <summary>The properties of an object that was saved or sent: typed values, or their invariant text.</summary>
/// <param name="find">Finds a property's value by its name; null if there is none.</param>
internal sealed class PropertyReader(Func<string, object?> find)
{
    /// <summary>The value itself.</summary>
    public object? this[string name] => find(name);

    /// <summary>A text.</summary>
    public string? Text(string name) => find(name) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A whole number.</summary>
    public long? Whole(string name) => find(name) switch
    {
        null => null,
        string text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible value => value.ToInt64(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>A number with a fraction.</summary>
    public double? Number(string name) => find(name) switch
    {
        null => null,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible value => value.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Yes or no.</summary>
    public bool? Flag(string name) => find(name) switch
    {
        bool value => value,
        string text => bool.TryParse(text, out var value) ? value : null,
        _ => null,
    };

    /// <summary>A point in time.</summary>
    public DateTimeOffset? Time(string name) => find(name) switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time),
        string text => DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        _ => null,
    };

    /// <summary>A length of time.</summary>
    public TimeSpan? Span(string name) => find(name) switch
    {
        TimeSpan span => span,
        string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null,
        _ => null,
    };

    /// <summary>A list of texts; a single text is a list as it prints.</summary>
    public TextList? List(string name) => find(name) switch
    {
        null => null,
        string text => TextList.Split(text, ';'),
        IEnumerable items => new(items.Cast<object?>().Select(item => item?.ToString()).OfType<string>()),
        _ => null,
    };

    /// <summary>One of an enumeration's values, by name or number.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(Text(name), ignoreCase: true, out var word) && Enum.IsDefined(typeof(T), word) ? word : null;
}
