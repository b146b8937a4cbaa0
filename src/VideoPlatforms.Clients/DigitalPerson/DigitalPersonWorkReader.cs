using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>Restores a work from its properties.</summary>
internal static class DigitalPersonWorkReader
{
    /// <summary>Restores a work.</summary>
    public static DigitalPersonWork Read(PropertyReader properties) =>
        new(
            new()
            {
                CreateTime = Text(properties.Time(nameof(DigitalPersonWork.CreatedAt))),
                UpdateTime = Text(properties.Time(nameof(DigitalPersonWork.UpdatedAt))),
                DigitalPersonWorksId = properties.Text(nameof(DigitalPersonWork.Id)),
                UserId = properties.Text(nameof(DigitalPersonWork.UserId)),
                Name = properties.Text(nameof(DigitalPersonWork.Title)),
                Avatar = properties.Text(nameof(DigitalPersonWork.CoverUrl)),
                Status = properties.Text(nameof(DigitalPersonWork.Status)),
                Align = properties.Text(nameof(DigitalPersonWork.Align)),
                Resolution = properties.Text(nameof(DigitalPersonWork.Resolution)),
                WorksUrl = properties.Text(nameof(DigitalPersonWork.Url)),
                Fee = properties.Number(nameof(DigitalPersonWork.Fee)),
                Duration = properties.Span(nameof(DigitalPersonWork.Duration))?.TotalSeconds,
                Unlisted = properties.AdditionalData(),
            },
            SessionReader.Of(properties, Platform.DigitalPerson));

    private static string? Text(DateTimeOffset? time) =>
        time?.ToOffset(ValueParser.ChinaOffset).ToString(DigitalPersonWork.TimeForm, CultureInfo.InvariantCulture);
}
