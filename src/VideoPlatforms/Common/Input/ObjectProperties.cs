using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace VideoPlatforms.Common.Input;

/// <summary>Reads the properties of any object that PowerShell can hand over: live, deserialized, a row of a CSV, or a hashtable.</summary>
internal static class ObjectProperties
{
    private static readonly string[] Prefixes = ["Deserialized.", "Selected."];

    /// <summary>A property's value without PowerShell's wrapping; null if there is none.</summary>
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
            // A property that throws says nothing.
            return null;
        }
    }

    /// <summary>A property's value as text, if it is text or a number; null if it is blank or anything else.</summary>
    public static string? ReadText(object? source, string name) => Text(Read(source, name));

    /// <summary>Text or a whole number as text; null if it is blank or anything else.</summary>
    public static string? Text(object? value) => value.BaseObject() switch
    {
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        sbyte or byte or short or ushort or int or uint or long or ulong or char or Guid => Convert.ToString(value.BaseObject(), CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The class that an object is or was: its name without what serialization and Select-Object add.</summary>
    public static string ClassName(object source)
    {
        var name = PSObject.AsPSObject(source).TypeNames.FirstOrDefault() ?? "";
        foreach (var prefix in Prefixes)
        {
            name = name.StartsWith(prefix, StringComparison.Ordinal) ? name.Substring(prefix.Length) : name;
        }

        return name;
    }
}
