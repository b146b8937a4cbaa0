using System.Collections;
using System.Globalization;
using System.Management.Automation;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Common.Input;

/// <summary>Reads the properties of any PowerShell object: live, deserialized, a CSV row or a hashtable.</summary>
internal static class ObjectProperties
{
    private static readonly string[] Prefixes = ["Deserialized.", "Selected."];

    /// <summary>Returns the value of a property without its PSObject wrapper; null if the property does not exist.</summary>
    public static object? Read(object? source, string name)
    {
        if (source.BaseObject() is IDictionary table)
        {
            return table.Contains(name) ? table[name].BaseObject() : null;
        }

        try
        {
            return source is null ? null : PSObject.AsPSObject(source).Properties[name]?.Value.BaseObject();
        }
        catch (GetValueException)
        {
            // A property that throws has no value.
            return null;
        }
    }

    /// <summary>Returns the value of a property as text if it is text or a number; null if it is white space or has another type.</summary>
    public static string? ReadText(object? source, string name) => Text(Read(source, name));

    /// <summary>Returns the value of a property as a point in time; null if it is none.</summary>
    public static DateTimeOffset? ReadTime(object? source, string name) => new PropertyReader(property => Read(source, property)).Time(name);

    /// <summary>Returns text or an integer as text; null for white space and for other types.</summary>
    public static string? Text(object? value) => value.BaseObject() switch
    {
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        sbyte or byte or short or ushort or int or uint or long or ulong or char or Guid => Convert.ToString(value.BaseObject(), CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>
    /// Returns the class name of an object without the prefixes that serialization and Select-Object add. A name with # is that of a view.
    /// </summary>
    public static string ClassName(object source)
    {
        var name = PSObject.AsPSObject(source).TypeNames.FirstOrDefault(type => !type.Contains("#")) ?? "";
        foreach (var prefix in Prefixes)
        {
            name = name.StartsWith(prefix, StringComparison.Ordinal) ? name.Substring(prefix.Length) : name;
        }

        return name;
    }
}
