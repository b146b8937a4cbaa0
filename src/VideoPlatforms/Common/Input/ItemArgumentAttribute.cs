using System.Collections;
using System.Management.Automation;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Takes items as ids, as objects that were read from a platform, or as rows that were saved. Never fails: PowerShell
/// leaves out what fails in a pipeline, and the item would lose its session. What cannot be read becomes an error of its own item.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemArgumentAttribute : ArgumentTransformationAttribute
{
    private readonly Platform _platform;
    private readonly string[] _properties;

    /// <summary>Names the properties that hold the id or address; the first that has one counts.</summary>
    /// <param name="platform">The platform of the command.</param>
    /// <param name="properties">Their names.</param>
    public ItemArgumentAttribute(Platform platform, params string[] properties)
    {
        _platform = platform;
        _properties = properties;
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.BaseObject() is IEnumerable items and not (string or IDictionary)
            ? items.Cast<object?>().Select(Read).ToArray()
            : new[] { Read(inputData) };

    private ItemReference Read(object? item)
    {
        if (item.BaseObject() is ItemReference reference)
        {
            return reference;
        }

        if (ObjectProperties.Text(item) is { } value)
        {
            return new(value);
        }

        return new(
            _properties.Select(name => ObjectProperties.ReadText(item, name)).FirstOrDefault(text => text is not null),
            item,
            PlatformOf(item),
            SessionArgumentAttribute.Read(ObjectProperties.Read(item, "Session"), _platform));
    }

    // A row may have lost the column, but not what it was.
    private static string? PlatformOf(object? item) =>
        ObjectProperties.Read(item, "Platform") switch
        {
            Platform platform => platform.ToString(),
            { } word when ObjectProperties.Text(word) is { } text => PlatformRegistry.Find(text)?.ToString() ?? text,
            _ => item is null ? null : PlatformRegistry.OfVideoType(ObjectProperties.ClassName(item))?.Platform.ToString(),
        };
}
